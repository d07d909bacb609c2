/** Names of the region as they stand in Taiwan's and older mainland papers, written by hand, independent of the product's table. */
export const TRADITIONAL = `
150000 內蒙古自治區
150100 呼和浩特市
150200 包頭市
150300 烏海市
150400 赤峰市
150500 通遼市
150600 鄂爾多斯市
150700 呼倫貝爾市
150800 巴彥淖爾市
150900 烏蘭察布市
152200 興安盟
152500 錫林郭勒盟
152900 阿拉善盟
150102 新城區
150103 回民區
150104 玉泉區
150105 賽罕區
150121 土默特左旗
150122 托克托縣
150123 和林格爾縣
150124 清水河縣
150125 武川縣
150202 東河區
150203 昆都侖區
150204 青山區
150205 石拐區
150206 白雲鄂博礦區
150207 九原區
150221 土默特右旗
150222 固陽縣
150223 達爾罕茂明安聯合旗
150302 海勃灣區
150303 海南區
150304 烏達區
150402 紅山區
150403 元寶山區
150404 松山區
150421 阿魯科爾沁旗
150422 巴林左旗
150423 巴林右旗
150424 林西縣
150425 克什克騰旗
150426 翁牛特旗
150428 喀喇沁旗
150429 寧城縣
150430 敖漢旗
150502 科爾沁區
150521 科爾沁左翼中旗
150522 科爾沁左翼後旗
150523 開魯縣
150524 庫倫旗
150525 奈曼旗
150526 扎魯特旗
150581 霍林郭勒市
150602 東勝區
150603 康巴什區
150621 達拉特旗
150622 準格爾旗
150623 鄂托克前旗
150624 鄂托克旗
150625 杭錦旗
150626 烏審旗
150627 伊金霍洛旗
150702 海拉爾區
150703 扎賚諾爾區
150721 阿榮旗
150722 莫力達瓦達斡爾族自治旗
150723 鄂倫春自治旗
150724 鄂溫克族自治旗
150725 陳巴爾虎旗
150726 新巴爾虎左旗
150727 新巴爾虎右旗
150781 滿洲里市
150782 牙克石市
150783 扎蘭屯市
150784 額爾古納市
150785 根河市
150802 臨河區
150821 五原縣
150822 磴口縣
150823 烏拉特前旗
150824 烏拉特中旗
150825 烏拉特後旗
150826 杭錦後旗
150902 集寧區
150921 卓資縣
150922 化德縣
150923 商都縣
150924 興和縣
150925 涼城縣
150926 察哈爾右翼前旗
150927 察哈爾右翼中旗
150928 察哈爾右翼後旗
150929 四子王旗
150981 豐鎮市
152201 烏蘭浩特市
152202 阿爾山市
152221 科爾沁右翼前旗
152222 科爾沁右翼中旗
152223 扎賚特旗
152224 突泉縣
152501 二連浩特市
152502 錫林浩特市
152522 阿巴嘎旗
152523 蘇尼特左旗
152524 蘇尼特右旗
152525 東烏珠穆沁旗
152526 西烏珠穆沁旗
152527 太僕寺旗
152528 鑲黃旗
152529 正鑲白旗
152530 正藍旗
152531 多倫縣
152921 阿拉善左旗
152922 阿拉善右旗
152923 額濟納旗`;

/** Short, former and foreign names. */
export const OTHER_NAMES = `
150000 内蒙古 内蒙 Inner_Mongolia Neimenggu Nei_Mongol Inner_Mongolia_Autonomous_Region 全区 自治区 全自治区
150100 呼和浩特 呼市 归绥市 Hohhot Huhehaote HOHHOT Hohhot_City Huhhot
150200 包头 包頭 Baotou Baotou_City Baotou_Shi baotou
150300 乌海 烏海 Wuhai Wuhai_City
150400 赤峰 昭乌达盟 昭盟 Chifeng Ulanhad
150500 通辽 哲里木盟 哲盟 Tongliao Jirem_League
150600 鄂尔多斯 伊克昭盟 伊盟 鄂市 Ordos Eerduosi E'erduosi Ih_Ju_League
150700 呼伦贝尔 呼盟 呼伦贝尔盟 Hulunbuir Hulun_Buir Hulunbeier Hulun_Buir_League
150800 巴彦淖尔 巴盟 巴市 巴彦淖尔盟 Bayannur Bayan_Nur Bayannaoer
150900 乌兰察布 乌盟 乌兰察布盟 Ulanqab Ulan_Qab Wulanchabu
152200 兴安 Hinggan Xing'an_League Xingan_Meng Hinggan_League
152500 锡盟 锡林郭勒 Xilingol Xilin_Gol Xilinguole Xilin_Gol_League
152900 阿盟 阿拉善 Alxa Alashan Alashan_Meng Alxa_League
150121 土左旗 Tumed_Left_Banner
150122 托县 托克托
150123 和林县 和林格尔
150203 昆区 昆都仑
150206 白云鄂博 白云矿区 白云区
150221 土右旗
150223 达茂旗 达尔罕茂明安旗
150421 阿鲁科尔沁
150425 克旗 Hexigten
150502 科尔沁 Horqin_District
150521 科左中旗
150522 科左后旗
150581 霍林郭勒 Holin_Gol
150602 东胜市 东胜 Dongsheng
150603 康巴什新区
150622 准旗 准格尔 Zhungeer_Qi
150623 鄂前旗 鄂托克前
150627 伊旗
150702 海拉尔 海拉尔市
150722 莫旗 莫力达瓦旗
150723 鄂伦春 鄂伦春旗
150724 鄂温克 鄂温克旗 Ewenki_Autonomous_Banner
150725 陈旗
150726 新左旗
150781 满洲里 Manzhouli Manchuria_City
150826 杭后 杭锦后
150902 集宁 集宁市
150926 察右前旗
150929 四子王
152221 科右前旗
152501 二连浩特 二连 Erenhot Erlianhaote
152523 苏左旗 东苏旗
152525 东乌旗
152921 阿左旗
152923 额济纳`;

export const linesOf = (table: string): [code: string, names: string[]][] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [code, ...names] = line.split(' ');
      return [code!, names.map((name) => name.replaceAll('_', ' '))];
    });
